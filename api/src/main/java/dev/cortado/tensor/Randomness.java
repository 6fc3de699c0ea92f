package dev.cortado.tensor;

/// Random numbers without a state: each is a function of a key and a position, so that they are the same on any number of
/// threads, in any order, and after a resumed training, with nothing to save.
///
/// A key is refined step by step: `Randomness.seed(1).at("2").at(step)` is the randomness of one layer in one step, and
/// `uniform(i)` its number for element i. The mixing is that of SplitMix64 (Steele, Lea and Flood, *Fast splittable
/// pseudorandom number generators*, 2014).
///
/// @param key what tells this randomness from another
public record Randomness(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /// The randomness of a seed.
    public static Randomness seed(long seed) {
        return new Randomness(mix(seed + GOLDEN_GAMMA));
    }

    /// The randomness of a part with this number: a step, an epoch.
    public Randomness at(long number) {
        return new Randomness(mix(key ^ mix(number + GOLDEN_GAMMA)));
    }

    /// The randomness of a part with this name: a layer, a purpose.
    public Randomness at(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return at(hash);
    }

    /// 64 random bits for an element.
    public long bits(long element) {
        return mix(key + (element + 1) * GOLDEN_GAMMA);
    }

    /// A number in [0, 1) for an element, every multiple of 2⁻²⁴ equally likely.
    public float uniform(long element) {
        return (bits(element) >>> 40) * 0x1p-24f;
    }

    /// A number in [low, high) for an element.
    public double uniform(long element, double low, double high) {
        return low + (high - low) * ((bits(element) >>> 11) * 0x1p-53);
    }

    /// A normally distributed number with mean 0 and variance 1 for an element (Box and Muller, 1958).
    public double normal(long element) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform(2 * element, 0, 1)));
        return radius * Math.cos(2 * Math.PI * uniform(2 * element + 1, 0, 1));
    }

    /// Puts numbers into a random order, every order equally likely (Fisher and Yates).
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = (int) Math.multiplyHigh(bits(i) >>> 1, 2L * (i + 1));
            int moved = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = moved;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
