// Signs visitors in at a fixed rate, whatever the answers, and times each from when it was due, not from its sending.
// Prints accepted ones per second, their p50 and p99 in ms, how many were refused with 503, how many failed otherwise,
// and by how many ms this generator itself was late at most.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [origin, rate, seconds, folder] = process.argv.slice(2);
const visitors = readFileSync(`${folder}/visitors`, 'utf8').trim().split('\n');
const agent = new Agent({ keepAlive: true });
const headers = { 'Content-Type': 'application/json', 'X-Appwrite-Project': 'bench' };

function signIn(credentials) {
    return new Promise((resolve) => {
        const options = { method: 'POST', agent, headers, timeout: 10_000 };
        const asked = request(`${origin}/v1/account/sessions/email`, options, (response) => {
            response.resume().on('end', () => resolve(response.statusCode));
        });
        asked.on('timeout', () => asked.destroy());
        asked.on('error', () => resolve(0));
        asked.end(credentials);
    });
}

const began = performance.now();
const sinceBegan = () => performance.now() - began;
let late = 0;

async function outcome(number) {
    const due = (number * 1000) / rate;
    late = Math.max(late, sinceBegan() - due);
    const status = await signIn(visitors[number % visitors.length]);
    return { status, ended: sinceBegan(), took: sinceBegan() - due };
}

function allOutcomes() {
    const outcomes = [];
    return new Promise((resolve) => {
        const timer = setInterval(() => {
            const due = Math.min(sinceBegan() / 1000, seconds) * rate;
            while (outcomes.length < due) outcomes.push(outcome(outcomes.length));
            if (sinceBegan() < seconds * 1000) return;
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
