import { z } from 'zod';
import { candidate, failure, money } from '../contract/shapes.ts';
import { eventsQuery } from './eventsSocket.ts';
import type { Answer, Operation } from './routes/operation.ts';
import { fault, lease, message, namedToken, ownedNumber } from './shapes.ts';

type Json = Record<string, unknown>;

const referenceTo = (name: string): string => `#/components/schemas/${name}`;
const named = [money, failure, lease, candidate, message, ownedNumber, namedToken, fault];
const refusal = z.object({ error: failure });

const about = `Numbers on your own Twilio account, and the codes that arrive there. On loopback, or at a team’s own https address. What goes wrong is
answered with a status that fits and an error with a \`code\` that stays.`;

const security =
  'The host’s own token, from OTP_DOCK_API_TOKEN or the file api-token in the data folder; or one with a name and limits of its own, made with POST /v1/tokens.';

/** The automation API as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1), from what the router serves. */
export function describeApi(operations: readonly Operation[], version: string): Json {
  const answers = operations.flatMap((operation) => Object.values(operation.answers));
  const bodies = answers.flatMap(({ body, also = {} }) => [...(body ? [body] : []), ...Object.values(also)]);
  const { definitions, schemaOf } = answered([refusal, ...bodies]);
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = `/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method]: describe(operation, schemaOf) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'OTP Dock', version, description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: { ...paths, '/v1/events': { get: events }, '/metrics': { get: metrics } },
    components: {
      schemas: definitions,
      responses: {
        Refusal: {
          description: 'It was refused, or it failed',
          content: jsonContent(schemaOf(refusal)),
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: security },
      },
    },
  };
}

/** OpenAPI can describe only the handshake. */
const events: Json = {
  operationId: 'events',
  summary: 'A WebSocket that tells what happens, as it happens',
  description:
    'Text messages, each a JSON object with a "type": "state" (with "state", the whole of it, once at the start too), "lease" (with "lease") or "message" (with "message"), and a "cursor". A token with a name is told of its own leases, and of a state that holds no more. With the cursor of the last one as "after", what was missed comes first, after a restart or from another host, too: each message once, each lease as it is now; "complete" in the first message is false when the cursor is not one of this history. The token may come as the subprotocol token.TOKEN or as ?token=.',
  tags: ['events'],
  parameters: eventsQuery.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
  responses: { 101: { description: 'The WebSocket is open' }, default: { description: 'It was refused' } },
};

/** Where Prometheus looks for it, and in its own format. */
const metrics: Json = {
  operationId: 'metrics',
  summary: 'Figures of the host, for Prometheus',
  tags: ['metrics'],
  responses: {
    200: {
      description: 'The text format of Prometheus; figures of OTP Dock begin with otp_dock_',
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
    default: { $ref: '#/components/responses/Refusal' },
  },
};

function describe(operation: Operation, schemaOf: SchemaOf): Json {
  const { id, access, summary, path, params, query, body, headers, answers } = operation;
  return {
    operationId: id,
    summary,
    ...(access !== 'all' && { description: forNamedTokens[access] }),
    tags: [path.split('/')[1]],
    parameters: [...parameters('path', params), ...parameters('query', query), ...parameters('header', headers)],
    ...(body && { requestBody: { required: isNeeded(body), content: jsonContent(asked(body)) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer, schemaOf)])),
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

/** What a named token may do with an operation. */
const forNamedTokens = {
  own: 'A token with a name sees and changes its own leases alone, and what came for them; those of others are not found.',
  host: 'For the host’s own token: one with a name is refused with FORBIDDEN.',
};

/** Whether a request needs a body. */
function isNeeded(body: z.ZodObject): boolean {
  return !body.safeParse({}).success;
}

function response({ description, body, also = {} }: Answer, schemaOf: SchemaOf): Json {
  if (!body) return { description };
  const others = Object.entries(also).map(([type, schema]) => [type, { schema: schemaOf(schema) }]);
  return { description, content: { ...jsonContent(schemaOf(body)), ...Object.fromEntries(others) } };
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

function parameters(place: 'path' | 'query' | 'header', schema: z.ZodObject | null): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = asked(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    ...(description !== undefined && { description }),
    required: required.includes(name),
    // A list is written as `mms,voice` in the URL.
    ...(property['type'] === 'array' && { style: 'form', explode: false }),
    schema: property,
  }));
}

/** Schema of a request; its parts have no names. */
function asked(schema: z.ZodObject): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

type SchemaOf = (schema: z.ZodType) => Json;

/** JSON Schema of all answers, made in one go: named schemas are defined once and then referred to. */
function answered(schemas: readonly z.ZodType[]): { definitions: Json; schemaOf: SchemaOf } {
  const registry = z.registry<{ id: string }>();
  for (const [index, schema] of [...named, ...schemas].entries())
    registry.add(schema, { id: schema.meta()?.id ?? String(index) });
  const translated = z.toJSONSchema(registry, { uri: referenceTo, override: open }).schemas;
  const definitionOf = (id: string): Json => {
    const { $schema: _, $id: __, ...rest } = translated[id]!;
    return rest;
  };
  return {
    definitions: Object.fromEntries(
      named.map((schema) => registry.get(schema)!.id).map((id) => [id, definitionOf(id)]),
    ),
    schemaOf: (schema) => {
      const { id } = registry.get(schema)!;
      return named.some((one) => one === schema) ? { $ref: referenceTo(id) } : definitionOf(id);
    },
  };
}

/** Answers may get more fields. */
function open({ jsonSchema }: { jsonSchema: Json }): void {
  delete jsonSchema['additionalProperties'];
}
