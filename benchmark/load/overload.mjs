// Signs users in at a fixed rate, independently of the responses, and measures each latency from the scheduled time.
// Prints accepted sign-ins per second, their p50 and p99 in ms, the number refused with 503, the number failed
// otherwise, and by how many ms this generator was behind schedule at most.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [origin, rate, seconds, folder] = process.argv.slice(2);
const users = readFileSync(`${folder}/sign-in-users`, 'utf8').trim().split('\n');
const agent = new Agent({ keepAlive: true });
const headers = { 'Content-Type': 'application/json', 'X-Appwrite-Project': 'bench' };

function signIn(credentials) {
    return new Promise((resolve) => {
        const options = { method: 'POST', agent, headers, timeout: 10_000 };
        const signInRequest = request(`${origin}/v1/account/sessions/email`, options, (response) => {
            response.resume().on('end', () => resolve(response.statusCode));
        });
        signInRequest.on('timeout', () => signInRequest.destroy());
        signInRequest.on('error', () => resolve(0));
        signInRequest.end(credentials);
    });
}

const start = performance.now();
const elapsed = () => performance.now() - start;
let late = 0;

async function outcome(number) {
    const scheduled = (number * 1000) / rate;
    late = Math.max(late, elapsed() - scheduled);
    const status = await signIn(users[number % users.length]);
    return { status, ended: elapsed(), took: elapsed() - scheduled };
}

function allOutcomes() {
    const outcomes = [];
    return new Promise((resolve) => {
        const timer = setInterval(() => {
            const scheduledCount = Math.min(elapsed() / 1000, seconds) * rate;
            while (outcomes.length < scheduledCount) outcomes.push(outcome(outcomes.length));
            if (elapsed() < seconds * 1000) return;
            clearInterval(timer);
            resolve(Promise.all(outcomes));
        }, 2);
    });
}

const outcomes = await allOutcomes();
const accepted = outcomes.filter(({ status }) => status === 201);
const refused = outcomes.filter(({ status }) => status === 503);
const inTime = accepted.filter(({ ended }) => ended <= seconds * 1000);
const times = accepted.map(({ took }) => took).sort((a, b) => a - b);
const percentile = (share) => times[Math.ceil(share * times.length) - 1] ?? Infinity;
console.log(
    (inTime.length / seconds).toFixed(1),
    percentile(0.5).toFixed(1),
    percentile(0.99).toFixed(1),
    refused.length,
    outcomes.length - accepted.length - refused.length,
    late.toFixed(1),
);
agent.destroy();
