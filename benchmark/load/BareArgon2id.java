import module java.base;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

static final int CORES = Runtime.getRuntime().availableProcessors();

/** Prints how many hashes all cores make in a second when they do nothing else. */
void main(String[] arguments) throws Exception {
    hashesPerSecond(Duration.ofSeconds(5));
    IO.println("%.1f".formatted(hashesPerSecond(Duration.ofSeconds(Integer.parseInt(arguments[0])))));
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

/** With the parameters that the application takes by default: 19 MiB, two passes, one lane. */
void hash() {
    var generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(new byte[16])
            .withMemoryAsKB(19456)
            .withIterations(2)
            .withParallelism(1)
            .build());
    generator.generateBytes("the password of visitor1".toCharArray(), new byte[32]);
}
