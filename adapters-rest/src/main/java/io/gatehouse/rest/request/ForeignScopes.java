package io.gatehouse.rest.request;

import java.util.Set;

/** Scopes of Appwrite's API keys for services that Gatehouse lacks. A key may list them; they have no effect. */
public final class ForeignScopes {

    /** Source: Appwrite's server SDK 27, and its servers since 1.4. */
    public static final Set<String> NAMES = Set.of("""
            accounts.read accounts.write apps.read apps.write archives.read archives.write assistant.read
            attributes.read attributes.write avatars.read backups.policies.read backups.policies.write
            buckets.read buckets.write collections.read collections.write columns.read columns.write
            databases.read databases.write dedicatedDatabases.execute documents.read documents.write
            domains.read domains.write embeddings.write events.read execution.read execution.write
            executions.read executions.write files.read files.write functions.read functions.write health.read
            indexes.read indexes.write insights.read insights.write keys.read keys.write locale.read log.read
            log.write messages.read messages.write migrations.read migrations.write mocks.read mocks.write
            oauth2.introspect oauth2.read oauth2.write platforms.read platforms.write policies.read
            policies.write presences.read presences.write project.oauth2.read project.oauth2.write
            project.policies.read project.policies.write project.read project.write providers.read
            providers.write reports.read reports.write restorations.read restorations.write rows.read rows.write
            rules.read rules.write sandboxes.read sandboxes.write schedules.read schedules.write sessions.read
            sites.read sites.write stages.read stages.write subscribers.read subscribers.write tables.read
            tables.write targets.read teams.read teams.write templates.read templates.write tokens.read
            tokens.write topics.read topics.write usage.read users.read users.write vcs.read vcs.write
            wafRules.read wafRules.write webhooks.read webhooks.write
            """.strip().split("\\s+"));

    private ForeignScopes() {}
}
