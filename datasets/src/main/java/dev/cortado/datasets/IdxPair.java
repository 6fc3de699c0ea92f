package dev.cortado.datasets;

/// What a file of images and a file of labels must have in common.
final class IdxPair {
    private IdxPair() {
    }

    static void check(Idx images, Idx labels, int classes) {
        bytes(images, "images");
        bytes(labels, "labels");
        rank(images, labels);
        if (images.shape().rows() != labels.shape().rows()) {
            throw new IllegalArgumentException("%s has %d images, %s has %d labels: every image needs one"
                    .formatted(images.name(), images.shape().rows(), labels.name(), labels.shape().rows()));
        }
        range(labels, classes);
    }

    private static void bytes(Idx file, String content) {
        if (file.type() != IdxType.UNSIGNED_BYTE) {
            throw new IllegalArgumentException("%s holds %s: %s are unsigned bytes".formatted(file.name(), file.type(), content));
        }
    }

    private static void rank(Idx images, Idx labels) {
        if (images.shape().rank() < 2) {
            throw new IllegalArgumentException("%s holds no images: its shape is %s, and [images, rows, columns] is expected"
                    .formatted(images.name(), images.shape()));
        }
        if (labels.shape().rank() != 1) {
            throw new IllegalArgumentException("%s holds no labels: its shape is %s, and one axis is expected"
                    .formatted(labels.name(), labels.shape()));
        }
    }

    private static void range(Idx labels, int classes) {
        byte[] bytes = labels.bytes();
        for (int i = 0; i < bytes.length; i++) {
            int label = bytes[i] & 0xFF;
            if (label >= classes) {
                throw new IllegalArgumentException("%s has label %d at sample %d: there are only %d classes, from 0"
                        .formatted(labels.name(), label, i, classes));
            }
        }
    }
}
