import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';

/** API keys are derived from their purpose, so that every process of a test run computes the same ones. */
const secret = (purpose) => createHash('sha256').update(`gatehouse conformance: ${purpose}`).digest('hex');

export const KEYS = {
  demo: secret('demo'),
  other: secret('other'),
  withoutScopes: secret('demo, without the scopes of the account API'),
  expired: secret('demo, expired'),
  targets: secret('demo, with the scope targets.write'),
};

/** A mock phone number of project `demo`, with its fixed code. */
export const MOCK_NUMBER = { phone: '+15555550100', code: '123456' };

/** The redirect URL of links in messages: a page of the app. */
export const APP_URL = 'http://localhost:3000/back';

/** Two projects. */
export const PROPERTIES = `\
gatehouse.projects.demo.name=Demo
gatehouse.projects.demo.api-keys.server.secret=${KEYS.demo}
gatehouse.projects.demo.api-keys.server.scopes=sessions.write
gatehouse.projects.demo.api-keys.files.secret=${KEYS.withoutScopes}
gatehouse.projects.demo.api-keys.files.scopes=files.read
gatehouse.projects.demo.api-keys.expired.secret=${KEYS.expired}
gatehouse.projects.demo.api-keys.expired.scopes=sessions.write
gatehouse.projects.demo.api-keys.expired.expires-at=2020-01-01T00:00:00Z
gatehouse.projects.demo.api-keys.targets.secret=${KEYS.targets}
gatehouse.projects.demo.api-keys.targets.scopes=targets.write
gatehouse.projects.demo.policies.mock-numbers=${MOCK_NUMBER.phone}:${MOCK_NUMBER.code},+15555550101:654321
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

/** The two projects, with the keys that several nodes have to share. */
export const MULTI_NODE_PROPERTIES = `${PROPERTIES}${generateSharedKeys(['demo', 'other'])}`;

/** @returns properties with new keys: a single node generates its own, several nodes have to share configured ones */
export function generateSharedKeys(projects) {
  return [
    `gatehouse.message-keys=${randomBytes(32).toString('hex')}`,
    `gatehouse.vault-keys=${randomBytes(32).toString('hex')}`,
    ...projects.map((project) => `gatehouse.projects.${project}.jwt-keys=${signingKey()}`),
    '',
  ].join('\n');
}

/**
 * The configuration of one project for each set of policies.
 *
 * @param policies for each project ID, the values of its policies by name
 */
export function projectProperties(policies) {
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

/** @returns an ES256 key in the format PKCS#8, Base64 */
function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}
