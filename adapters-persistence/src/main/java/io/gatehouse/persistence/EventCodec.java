package io.gatehouse.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.SecretMaterial;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.domain.token.TokenId;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Converts events to JSON and back. Every personal value passes here on its way into and out of the log, and old
 * versions of an event would be converted to newer ones here.
 */
public final class EventCodec {

    private static final String PROJECT = "project";

    private final ObjectMapper log = mapper(values());
    private final ObjectMapper published = mapper(values().setSerializerModifier(new WithoutSecrets()));

    public String write(Event event) {
        return json(log, event);
    }

    /** @return the published form of the event: without secret material, encrypted or not */
    public String publish(Event event) {
        return json(published, event);
    }

    public String write(RequestMetadata metadata) {
        return json(log, metadata);
    }

    /** @param project of all IDs in the event; the log stores it once, in a column of its own */
    public Event read(String type, String json, ProjectId project) {
        try {
            return log.readerFor(EventTypes.classOf(type))
                    .withAttribute(PROJECT, project)
                    .readValue(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("an event of type " + type + " cannot be read", unreadable);
        }
    }

    public RequestMetadata readMetadata(String json) {
        try {
            return log.readValue(json, RequestMetadata.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the metadata of an event cannot be read", unreadable);
        }
    }

    private static String json(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(value.getClass() + " cannot be written", unwritable);
        }
    }

    private static ObjectMapper mapper(SimpleModule values) {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), values)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static SimpleModule values() {
        var module = new SimpleModule();
        writeAs(module, PersonalData.class, PersonalData::value);
        writeAs(module, SecretMaterial.class, SecretMaterial::value);
        writeAs(module, Ciphertext.class, Ciphertext::value);
        read(module, EmailAddress.class, EmailAddress::new);
        read(module, PhoneNumber.class, PhoneNumber::new);
        read(module, DisplayName.class, DisplayName::new);
        read(module, Preferences.class, Preferences::new);
        read(module, ProviderUid.class, ProviderUid::new);
        read(module, Identifier.class, Identifier::new);
        read(module, Recipient.class, Recipient::new);
        read(module, IpAddress.class, IpAddress::new);
        read(module, UserAgent.class, UserAgent::new);
        read(module, PasswordHash.class, PasswordHash::new);
        read(module, SecretDigest.class, SecretDigest::new);
        read(module, Ciphertext.class, Ciphertext::new);
        writeAs(module, AuthenticationFactor.class, AuthenticationFactor::value);
        read(module, AuthenticationFactor.class, AuthenticationFactor::of);
        writeAs(module, AccountId.class, AccountId::value);
        writeAs(module, SessionId.class, SessionId::value);
        writeAs(module, TokenId.class, TokenId::value);
        writeAs(module, TargetId.class, TargetId::value);
        writeAs(module, AuthenticatorId.class, AuthenticatorId::value);
        writeAs(module, RecoveryCodesId.class, RecoveryCodesId::value);
        writeAs(module, ChallengeId.class, ChallengeId::value);
        readWithProject(module, AccountId.class, AccountId::new);
        readWithProject(module, SessionId.class, SessionId::new);
        readWithProject(module, TokenId.class, TokenId::new);
        readWithProject(module, TargetId.class, TargetId::new);
        readWithProject(module, AuthenticatorId.class, AuthenticatorId::new);
        readWithProject(module, RecoveryCodesId.class, RecoveryCodesId::new);
        readWithProject(module, ChallengeId.class, ChallengeId::new);
        return module;
    }

    private static <T> void writeAs(SimpleModule module, Class<T> type, Function<T, String> text) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(text.apply(value));
            }
        });
    }

    private static <T> void read(SimpleModule module, Class<T> type, Function<String, T> from) {
        readWithProject(module, type, (_, text) -> from.apply(text));
    }

    private static <T> void readWithProject(SimpleModule module, Class<T> type, BiFunction<ProjectId, String, T> from) {
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return from.apply((ProjectId) context.getAttribute(PROJECT), json.getText());
            }
        });
    }

    private static final class WithoutSecrets extends BeanSerializerModifier {
        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            return properties.stream()
                    .filter(property -> !isSecret(property.getType()))
                    .toList();
        }

        /** @return whether the type is secret material, or a container with secret elements, keys or values */
        private static boolean isSecret(JavaType type) {
            return type.isTypeOrSubTypeOf(SecretMaterial.class)
                    || type.hasRawClass(Ciphertext.class)
                    || Stream.of(type.getContentType(), type.getKeyType())
                            .filter(Objects::nonNull)
                            .anyMatch(WithoutSecrets::isSecret);
        }
    }
}
