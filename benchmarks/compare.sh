#!/bin/bash
# Cortado beside the peers, in turns on one CPU, as a Markdown table of best figures and ratios.
# usage: benchmarks/compare.sh BENCH_DIR MNIST_DIR [CPU [SECOND_CPU]]
#   BENCH_DIR has the folders peers, gemm and expression, built as their READMEs say; MNIST_DIR the four uncompressed files.
#   JAVA_HOME is a JDK 25. ROUNDS=3 says how often everything is repeated; the best counts.
set -eu
bench=$1 mnist=$2 cpu=${3:-1} second=${4:-0} rounds=${ROUNDS:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
export JAVA_HOME OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
(cd "$here" && mvn -q -pl benchmarks -am compile dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/classpath.txt)
classpath=$here/benchmarks/target/classes:$(cat "$here/benchmarks/target/classpath.txt")

java="$JAVA_HOME/bin/java --add-modules jdk.incubator.vector"
pinned() { taskset -c "$cpu" "$@" 2>/dev/null || true; }
cortado() { pinned $java -XX:ActiveProcessorCount=1 -cp "$classpath" dev.cortado.benchmarks.Benchmarks "$@" --threads 1; }
on_two_cpus() { taskset -c "$cpu,$second" $java -cp "$classpath" dev.cortado.benchmarks.Benchmarks "$@" 2>/dev/null; }
python() { pinned /usr/bin/python3 "$bench/peers/$1/bench.py" "$mnist" "${@:2}"; }
jvm() { pinned "$bench/peers/java.sh" "$1" "$mnist" "${@:2}"; }
blas() { pinned "$bench/gemm/openblas_sgemm" "$@" 0; }
handwritten() { pinned $java -XX:ActiveProcessorCount=1 "$bench/expression/HandWritten.java" "$@"; }

# The values of a key, in all lines that have it.
values() { { grep -o "\b$1=[0-9.]*" || true; } | cut -d= -f2; }
most() { sort -g | tail -1; }
least() { sort -g | head -1; }
# Epochs from the fifth on: steady ones.
steady() { grep -E 'epoch=([5-9]|[1-9][0-9]+) ' || true; }

# row WHAT PEER OURS THEIRS RATIO WANTED: a ratio is how many times as fast (or small) ours is.
row() { echo "| $1 | $2 | ${3:--} | ${4:--} | $5 | $6 |"; }
ratio() { [ -n "$1" ] && [ -n "$2" ] && awk "BEGIN { printf \"%.2f\", $1 / $2 }" || echo -; }
more() { row "$1" "$2" "$3" "$4" "$(ratio "$3" "$4")" "$5"; }
less() { row "$1" "$2" "$3" "$4" "$(ratio "$4" "$3")" "$5"; }

# in_turns FILE_A FILE_B 'COMMAND A' 'COMMAND B'
in_turns() {
  : >"$1" && : >"$2"
  for _ in $(seq "$rounds"); do
    eval "$3" >>"$1"
    eval "$4" >>"$2"
  done
}
files=$(mktemp -d)
trap 'rm -r "$files"' EXIT
ours=$files/ours theirs=$files/theirs

echo "Measured $(date +%F) on $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), one CPU each unless said otherwise; best of $rounds rounds in turns."
echo
echo "| what | against | Cortado | peer | ratio | wanted |"
echo "|---|---|--:|--:|--:|--:|"

while read -r shape wanted; do
  in_turns "$ours" "$theirs" "cortado gemm ${shape//,/ }" "blas ${shape//,/ }"
  op=gemm
  [ "${shape%%,*}" = 1 ] && op=gemv
  more "product ${shape}, GFLOP/s" "OpenBLAS $op" "$(values gflops <"$ours" | most)" "$(grep "op=$op" "$theirs" | values gflops | most)" "$wanted"
done <<'SHAPES'
512,512,512,0,0 1.0
1024,1024,1024,0,0 1.0
50,100,784,0,0 1.0
784,100,50,1,0 1.0
50,784,100,0,1 1.0
128,512,784,0,0 1.0
784,512,128,1,0 1.0
64,64,64,0,0 0.9
32,32,32,0,0 0.9
50,10,100,0,0 0.9
10,10,50,0,0 0.9
1,100,784,0,0 1.1
SHAPES

epochs() { # WORK PEER 'COMMAND' WANTED
  in_turns "$ours" "$theirs" "cortado train $1 --epochs 12" "$3"
  less "$1, one epoch, s" "$2" "$(steady <"$ours" | values seconds | least)" "$(grep -v summary "$theirs" | values seconds | least)" "$4"
}
epochs W1 TensorFlow-Java 'jvm tensorflow W1 12' 1.6
epochs W1 scikit-learn 'python sklearn W1 4' 2.0
less "W1, peak memory, MiB" scikit-learn "$(values peak_rss_mib <"$ours" | least)" "$(values peak_rss_mib <"$theirs" | least)" 1.0
epochs W2 TensorFlow-Java 'jvm tensorflow W2 8' 1.2
epochs W2 PyTorch 'python pytorch W2 4' 1.6
epochs W3 PyTorch 'python pytorch W3 3' 2.0
: >"$theirs"
python sklearn W2 2 >"$theirs"
less "W2, peak memory, MiB" scikit-learn "$(values peak_rss_mib <"$ours" | least)" "$(values peak_rss_mib <"$theirs" | least)" 1.0

predictions() { # WORK PEER 'COMMAND' BATCH KEY WANTED
  in_turns "$ours" "$theirs" "cortado predict $1" "$3"
  local a b
  a=$(grep "batch=$4 " "$ours" | values "$5")
  b=$(grep "net=$1 batch=$4 " "$theirs" | values "$5")
  if [ "$5" = median_us ]; then
    less "$1's net, one sample, µs" "$2" "$(least <<<"$a")" "$(least <<<"$b")" "$6"
  else
    more "$1's net, 1,000 samples, samples/s" "$2" "$(most <<<"$a")" "$(most <<<"$b")" "$6"
  fi
}
predictions W1 Smile 'jvm smile W4' 1 median_us 1.6
predictions W2 Smile 'jvm smile W4' 1 median_us 1.3
predictions W1 PyTorch 'python pytorch W4' 1000 samples_per_s 1.3
predictions W2 TensorFlow-Java 'jvm tensorflow W4' 1000 samples_per_s 1.08

# What a program has on its class path that does not measure itself: Cortado's own folders first, so that no jar is opened to find that a class is not in it.
program=$(tr : '\n' <<<"$classpath" | grep -Ev 'picocli|jmh|jopt|commons-math|ojalgo' | awk '/target.classes$/ { print; next } { rest = rest $0 "\n" } END { printf "%s", rest }' | paste -sd:)
wall() { /usr/bin/time -f 'wall=%e' "$@" 2>&1 >/dev/null | grep '^wall=' || true; }
in_turns "$ours" "$theirs" \
  'wall taskset -c "$cpu" $java -XX:ActiveProcessorCount=1 -cp "$program" dev.cortado.benchmarks.WholeProcess "$mnist"' \
  'wall taskset -c "$cpu" /usr/bin/python3 "$bench/peers/sklearn/bench.py" "$mnist" W1 1'
less "whole process, one epoch of W1, s" scikit-learn "$(values wall <"$ours" | least)" "$(values wall <"$theirs" | least)" 1.0

# Processes that differ in the number of threads alone, for so long that the compiler, which works on the same two CPUs, has come to its end.
for work in W2,1.8 W1,1.6; do
  in_turns "$ours" "$theirs" "on_two_cpus train ${work%,*} --epochs 20 --threads 2" "on_two_cpus train ${work%,*} --epochs 20 --threads 1"
  less "${work%,*}, one epoch on two threads, s" "one thread" "$(steady <"$ours" | values seconds | least)" "$(steady <"$theirs" | values seconds | least)" "${work#*,}"
done

for kernel in swish swish_gradient mish mish_gradient gelu gelu_gradient; do
  in_turns "$ours" "$theirs" "cortado expression $kernel 50000" "handwritten $kernel 50000"
  less "$kernel, ns per element" "hand-written" "$(values ns_per_element <"$ours" | least)" "$(values ns_per_element <"$theirs" | least)" 0.9
done
