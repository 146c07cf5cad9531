import module java.base;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

static final int CORES = Runtime.getRuntime().availableProcessors();

/** Prints the number of hashes per second that all cores compute together. The argument is the duration in seconds. */
void main(String[] arguments) throws Exception {
    hashesPerSecond(Duration.ofSeconds(5));
    IO.println(String.format(Locale.ROOT, "%.1f", hashesPerSecond(Duration.ofSeconds(Integer.parseInt(arguments[0])))));
}

double hashesPerSecond(Duration duration) throws Exception {
    Callable<Double> work = () -> rateOfOneThread(duration);
    try (var threads = Executors.newFixedThreadPool(CORES)) {
        var rates = threads.invokeAll(Collections.nCopies(CORES, work));
        return rates.stream().mapToDouble(Future::resultNow).sum();
    }
}

double rateOfOneThread(Duration duration) {
    var began = System.nanoTime();
    var hashes = 0;
    while (System.nanoTime() - began < duration.toNanos()) {
        hash();
        hashes++;
    }
    return hashes * 1e9 / (System.nanoTime() - began);
}

/** Uses the application's default parameters: 19 MiB, two passes, one lane. */
void hash() {
    var generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(new byte[16])
            .withMemoryAsKB(19456)
            .withIterations(2)
            .withParallelism(1)
            .build());
    generator.generateBytes("the password of user1".toCharArray(), new byte[32]);
}
