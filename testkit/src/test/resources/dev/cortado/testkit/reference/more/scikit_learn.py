"""Writes scikit_learn.json: fits with more of the parameters than the kit's own cases have. Run by hand: python3 scikit_learn.py > scikit_learn.json"""
import json
import warnings

import numpy as np
import sklearn
warnings.filterwarnings("ignore")
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.neural_network._multilayer_perceptron import BaseMultilayerPerceptron
r = np.random.RandomState(11)
X = r.normal(size=(53, 4)).astype(np.float32).astype(float)
probe = r.normal(size=(9, 4)).astype(np.float32).astype(float)
W = r.normal(size=(4, 3))
y3 = (X @ W + 0.5*np.sin(3*X[:, :3])).argmax(1)
y2 = (X[:, 0]*X[:, 1] > 0).astype(int)
yl = (X @ W > 0.2).astype(int)
yr = np.sin(X[:, 0]) + 0.3*X[:, 1]
yr = yr.astype(np.float32).astype(float)
yr3 = np.column_stack([yr, np.cos(X[:,1]), X[:,2]*0.5]).astype(np.float32).astype(float)
def t(a): a=np.asarray(a,float); return {"shape": list(a.shape), "data": a.ravel().tolist()}
cases=[]
def case(name, cls, y, **p):
    p = dict(hidden_layer_sizes=[7], max_iter=30) | p
    start=[]
    orig = BaseMultilayerPerceptron._init_coef
    def init(self, fi, fo, dt):
        c,b = orig(self, fi, fo, dt)
        c=c.astype(np.float32).astype(float); b=b.astype(np.float32).astype(float)
        start.append([t(c),t(b)]); return c,b
    BaseMultilayerPerceptron._init_coef = init
    m = cls(shuffle=False, random_state=5, **p).fit(X, y)
    BaseMultilayerPerceptron._init_coef = orig
    c = dict(name=name, kind="classifier" if cls is MLPClassifier else "regressor", parameters=p, x=t(X), y=np.asarray(y).tolist(), start=start,
      n_iter=int(m.n_iter_), loss=float(m.loss_), loss_curve=[float(v) for v in getattr(m,'loss_curve_',[])], coefs=[t(a) for a in m.coefs_], intercepts=[t(a) for a in m.intercepts_],
      out_activation=m.out_activation_, probe=t(probe), predict=m.predict(probe).tolist(), score=float(m.score(X,y)))
    if cls is MLPClassifier: c["predict_proba"]=t(m.predict_proba(probe)); c["classes"]=np.asarray(m.classes_).tolist()
    cases.append(c)
C,R=MLPClassifier,MLPRegressor
case("short_batch_sgd", C, y3, solver="sgd", batch_size=10, learning_rate_init=0.05)
case("short_batch_adam_alpha", C, y3, batch_size=20, alpha=1.0, learning_rate_init=0.02, activation="logistic", hidden_layer_sizes=[6,5])
case("adaptive_nesterov", C, y2, solver="sgd", learning_rate="adaptive", learning_rate_init=0.5, tol=0.01, n_iter_no_change=2, max_iter=80, batch_size=16, activation="tanh")
case("adaptive_to_the_end", R, yr, solver="sgd", learning_rate="adaptive", learning_rate_init=0.2, tol=0.02, n_iter_no_change=1, max_iter=200, batch_size=16, activation="tanh")
case("invscaling_nesterov", R, yr3, solver="sgd", learning_rate="invscaling", learning_rate_init=0.3, power_t=0.4, batch_size=25)
case("momentum_stops", R, yr, solver="sgd", nesterovs_momentum=False, momentum=0.5, tol=0.005, n_iter_no_change=3, max_iter=100, batch_size=8, learning_rate_init=0.05)
case("large_batch", C, yl, batch_size=500, solver="adam", learning_rate_init=0.05, activation="relu")
case("multilabel_sgd", C, yl, solver="sgd", learning_rate_init=0.1, batch_size=11, alpha=0.1)
case("identity_none", R, yr, hidden_layer_sizes=[3], activation="identity", learning_rate_init=0.1, batch_size=7)
case("batch_one", C, y2, batch_size=1, solver="sgd", learning_rate_init=0.01, activation="logistic", max_iter=10)
case("auto", R, yr, batch_size="auto", max_iter=100, tol=1e-3)
case("momentum_zero_nesterov", C, y3, solver="sgd", momentum=0.0, nesterovs_momentum=True, learning_rate_init=0.2, batch_size=13)
case("large_alpha", R, yr3, alpha=10.0, batch_size=20, learning_rate_init=0.03)
case("long", C, y3, batch_size=20, max_iter=150, learning_rate_init=0.005, activation="tanh", tol=0)
case("strings", C, np.array(["b","c","a"])[y3], batch_size=20)
case("lbfgs_binary", C, y2, solver="lbfgs", max_iter=60, activation="logistic", alpha=0.001)
case("lbfgs_relu", C, y3, solver="lbfgs", max_iter=100, alpha=0.05)
case("lbfgs_labels", C, yl, solver="lbfgs", max_iter=50, activation="tanh", alpha=0.1)
case("lbfgs_relu_regression", R, yr3, solver="lbfgs", max_iter=100, hidden_layer_sizes=[6,5])
case("lbfgs_converged", R, yr, solver="lbfgs", max_iter=500, alpha=0.5, activation="tanh")
case("lbfgs_max_fun", R, yr, solver="lbfgs", max_iter=500, max_fun=20, activation="tanh")
# Answers that are wrong by more than 36 logits: scikit-learn's loss of one is never more than -log(2**-52).
case("sure_and_wrong", C, y3, learning_rate_init=3.0, batch_size=20, max_iter=5)
case("sure_and_wrong_binary", C, y2, learning_rate_init=5.0, batch_size=20, max_iter=5, activation="identity")
case("sure_and_wrong_labels", C, yl, learning_rate_init=5.0, batch_size=20, max_iter=2, activation="identity")
print(json.dumps(dict(scikit_learn=sklearn.__version__, cases=cases)))
