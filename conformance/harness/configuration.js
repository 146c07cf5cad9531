import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';

/** Server keys are derived rather than drawn, so that every process of a test run knows them. */
const secret = (purpose) => createHash('sha256').update(`gatehouse conformance: ${purpose}`).digest('hex');

export const KEYS = {
  demo: secret('demo'),
  other: secret('other'),
  withoutScopes: secret('a key of demo that may nothing'),
  expired: secret('a key of demo that was valid once'),
  targets: secret('a key of demo that may write targets'),
};

/** A tester's phone, with the code that always works for it. */
export const TESTER = { phone: '+15555550100', code: '123456' };

/** Where links lead: a page of an app. */
export const APP = 'http://localhost:3000/back';

/** Two tenants that know nothing of each other. */
export const PROPERTIES = `\
gatehouse.projects.demo.name=Demo
gatehouse.projects.demo.api-keys.server.secret=${KEYS.demo}
gatehouse.projects.demo.api-keys.server.scopes=sessions.write
gatehouse.projects.demo.api-keys.elsewhere.secret=${KEYS.withoutScopes}
gatehouse.projects.demo.api-keys.elsewhere.scopes=files.read
gatehouse.projects.demo.api-keys.retired.secret=${KEYS.expired}
gatehouse.projects.demo.api-keys.retired.scopes=sessions.write
gatehouse.projects.demo.api-keys.retired.expires-at=2020-01-01T00:00:00Z
gatehouse.projects.demo.api-keys.pusher.secret=${KEYS.targets}
gatehouse.projects.demo.api-keys.pusher.scopes=targets.write
gatehouse.projects.demo.policies.mock-numbers=${TESTER.phone}:${TESTER.code},+15555550101:654321
gatehouse.projects.demo.platforms.web.hostname=localhost
gatehouse.projects.demo.platforms.shop.hostname=app.example.com
gatehouse.projects.demo.platforms.previews.hostname=*.preview.example.com
gatehouse.projects.other.name=Other
gatehouse.projects.other.api-keys.server.secret=${KEYS.other}
gatehouse.projects.other.api-keys.server.scopes=sessions.write
gatehouse.projects.other.platforms.web.hostname=localhost
gatehouse.projects.other.mail.sender.address=hello@other.example
gatehouse.projects.other.mail.sender.name=Other & Söhne
gatehouse.projects.other.mail.sender.reply-to=help@other.example
gatehouse.projects.other.mail.templates.otpSession.de.subject={{otp}} für {{user}} & {{project}}
gatehouse.projects.other.mail.templates.otpSession.de.message=<p>{{user}}: <b>{{otp}}</b>, {{phrase}}, {{nonsense}}</p>
gatehouse.rate-limits.enabled=true
gatehouse.trusted-proxy-headers=x-forwarded-for
`;

/** Two tenants on any number of nodes. */
export const SEVERAL_NODES = `${PROPERTIES}${sharedKeys(['demo', 'other'])}`;

/** What a node otherwise makes for itself, and any number of nodes have to be given. */
export function sharedKeys(projects) {
  return [
    `gatehouse.message-keys=${randomBytes(32).toString('hex')}`,
    `gatehouse.vault-keys=${randomBytes(32).toString('hex')}`,
    ...projects.map((project) => `gatehouse.projects.${project}.jwt-keys=${signingKey()}`),
    '',
  ].join('\n');
}

/**
 * A tenant for each set of policies.
 *
 * @param policies by name, for each project by its ID
 */
export function projectsWith(policies) {
  return Object.entries(policies)
    .flatMap(([project, ownPolicies]) =>
      [
        `name=${project}`,
        `api-keys.server.secret=${KEYS.demo}`,
        'platforms.web.hostname=localhost',
        'platforms.app.hostname=app.example.com',
        ...Object.entries(ownPolicies).map(([name, value]) => `policies.${name}=${value}`),
      ].map((line) => `gatehouse.projects.${project}.${line}`),
    )
    .concat('')
    .join('\n');
}

/** PKCS#8, as OpenSSL would make it. */
function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}
