import { createHash } from 'node:crypto';

/** Server keys are derived rather than drawn, so that every process of a test run knows them. */
const secret = (purpose) => createHash('sha256').update(`gatehouse conformance: ${purpose}`).digest('hex');

export const KEYS = {
  demo: secret('demo'),
  other: secret('other'),
  withoutScopes: secret('a key of demo that may nothing'),
  expired: secret('a key of demo that was valid once'),
};

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
gatehouse.projects.demo.platforms.web.hostname=localhost
gatehouse.projects.demo.platforms.shop.hostname=app.example.com
gatehouse.projects.demo.platforms.previews.hostname=*.preview.example.com
gatehouse.projects.other.name=Other
gatehouse.projects.other.api-keys.server.secret=${KEYS.other}
gatehouse.projects.other.api-keys.server.scopes=sessions.write
gatehouse.projects.other.platforms.web.hostname=localhost
gatehouse.rate-limits.enabled=true
gatehouse.trusted-proxy-headers=x-forwarded-for
`;
