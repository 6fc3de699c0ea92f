"""Writes metrics.json: predictions with the figures that scikit-learn has for them. Run by hand: python3 metrics.py > metrics.json"""
import json

import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

random = np.random.RandomState(3)
AVERAGES = ["macro", "micro", "weighted"]


def scores(wanted, told, **more):
    figures = {"precision": m.precision_score, "recall": m.recall_score, "f1": m.f1_score}
    return {name: {average: figure(wanted, told, average=average, zero_division=0, **more) for average in AVERAGES}
            | {"each": figure(wanted, told, average=None, zero_division=0, **more).tolist()}
            for name, figure in figures.items()}


def multiclass():
    classes = range(5)
    wanted = random.choice(4, 60, p=[0.5, 0.25, 0.15, 0.1])
    # Class 3 is never predicted, class 4 does not even exist among the targets.
    logits = np.round(random.normal(size=(60, 5)) + 2 * np.eye(5)[wanted], 1) - [0, 0, 0, 9, 2]
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    p = p.astype(np.float32)
    told = p.argmax(axis=1)
    with_all = p[:, :4] / p[:, :4].sum(axis=1, keepdims=True)
    return {"probabilities": p.tolist(), "wanted": wanted.tolist(), "confusion": m.confusion_matrix(wanted, told, labels=classes).tolist(),
            "accuracy": m.accuracy_score(wanted, told), "log_loss": m.log_loss(wanted, p, labels=classes),
            "top_2": m.top_k_accuracy_score(wanted, p, k=2, labels=classes), "top_3": m.top_k_accuracy_score(wanted, p, k=3, labels=classes),
            "four_probabilities": with_all.tolist(),
            "roc_auc": {average: m.roc_auc_score(wanted, with_all, multi_class="ovr", average=average) for average in AVERAGES},
            **scores(wanted, told, labels=classes)}


def binary():
    wanted = random.randint(0, 2, 50)
    p = np.round(np.clip(0.5 + 0.2 * random.normal(size=50) + 0.3 * (wanted - 0.5), 0, 1), 2).astype(np.float32)
    told = (p > 0.5).astype(int)
    fpr, tpr, thresholds = m.roc_curve(wanted, p)
    observed, predicted = calibration_curve(wanted, p, n_bins=7)
    return {"probabilities": p.tolist(), "wanted": wanted.tolist(), "accuracy": m.accuracy_score(wanted, told),
            "precision": m.precision_score(wanted, told), "recall": m.recall_score(wanted, told), "f1": m.f1_score(wanted, told),
            "log_loss": m.log_loss(wanted, p), "roc_auc": m.roc_auc_score(wanted, p),
            "roc_curve": {"fpr": fpr.tolist(), "tpr": tpr.tolist(), "thresholds": thresholds[1:].tolist()},
            "calibration": {"observed": observed.tolist(), "predicted": predicted.tolist()}}


def multilabel():
    wanted = random.randint(0, 2, (40, 3))
    p = np.clip(0.5 + 0.3 * random.normal(size=(40, 3)) + 0.3 * (wanted - 0.5), 0, 1).astype(np.float32)
    told = (p > 0.5).astype(int)
    return {"probabilities": p.tolist(), "wanted": wanted.tolist(), "subset_accuracy": m.accuracy_score(wanted, told),
            "roc_auc": {average: m.roc_auc_score(wanted, p, average=average) for average in AVERAGES}, **scores(wanted, told)}


def regression():
    wanted = np.column_stack([random.normal(3, 2, 30), random.uniform(-1, 1, 30), np.full(30, 0.5)]).astype(np.float32)
    told = (wanted + 0.4 * random.normal(size=wanted.shape)).astype(np.float32)
    return {"wanted": wanted.tolist(), "predicted": told.tolist(),
            "mean_squared_error": m.mean_squared_error(wanted.astype(float), told), "mean_absolute_error": m.mean_absolute_error(wanted.astype(float), told),
            "r2": m.r2_score(wanted.astype(float), told), "r2_first": m.r2_score(wanted[:, 0].astype(float), told[:, 0])}


print(json.dumps({"scikit_learn": sklearn.__version__, "multiclass": multiclass(), "binary": binary(),
                  "multilabel": multilabel(), "regression": regression()}))
