import { z } from 'zod';
import { candidate, failure, money } from '../contract/shapes.ts';
import { eventsQuery } from './eventsSocket.ts';
import type { Answer, Operation } from './routes/operation.ts';
import { lease, message, namedToken, ownedNumber } from './shapes.ts';

type Json = Record<string, unknown>;

/** Where what is named stands. */
const schemas = '#/components/schemas/';
const named = [money, failure, lease, candidate, message, ownedNumber, namedToken];

const about = `Numbers on your own Twilio account, and the codes that arrive there. On loopback only. What goes wrong is
answered with a status that fits and an error with a \`code\` that stays.`;

const security =
  'The host’s own token, from the file api-token in the data folder; or one with a name and limits of its own, made with POST /v1/tokens.';

/** The automation API as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1), from what the router serves. */
export function describeApi(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    paths[`/v1${operation.path}`] = { ...paths[`/v1${operation.path}`], [operation.method]: describe(operation) };
  return {
    openapi: '3.1.1',
    info: { title: 'OTP Dock', version, description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: { ...paths, '/v1/events': { get: events } },
    components: {
      schemas: Object.fromEntries(named.map(namedSchema)),
      responses: {
        Refusal: {
          description: 'It was refused, or it failed',
          content: { 'application/json': { schema: schemaOf(z.object({ error: failure })) } },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: security },
      },
    },
  };
}

/** It cannot be described as a path but for its handshake. */
const events: Json = {
  operationId: 'events',
  summary: 'A WebSocket that tells what happens, as it happens',
  description:
    'Text messages, each a JSON object with a "type": "state" (with "state", the whole of it, once at the start too), "lease" (with "lease") or "message" (with "message"), and a "cursor". A token with a name is told of its own leases, and of a state that holds no more. With the cursor of the last one as "after", what was missed comes again; "complete" in the first message is false when that is not known any more. The token may come as the subprotocol token.TOKEN or as ?token=.',
  tags: ['events'],
  parameters: eventsQuery.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
  responses: { 101: { description: 'The WebSocket is open' }, default: { description: 'It was refused' } },
};

function describe({ id, access, summary, path, params, query, body, headers, answers }: Operation): Json {
  return {
    operationId: id,
    summary,
    ...(access !== 'all' && { description: forNamedTokens[access] }),
    tags: [path.split('/')[1]],
    parameters: [...parameters('path', params), ...parameters('query', query), ...parameters('header', headers)],
    ...(body && { requestBody: { required: isNeeded(body), content: jsonContent(schemaOf(body, 'input')) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

/** What a token with a name may do with an operation. */
const forNamedTokens = {
  own: 'A token with a name sees and changes its own leases alone, and what came for them; those of others are not found.',
  host: 'For the host’s own token: one with a name is refused with FORBIDDEN.',
};

/** Whether a request without a body is refused. */
function isNeeded(body: z.ZodObject): boolean {
  return !body.safeParse({}).success;
}

function response({ description, body, also = {} }: Answer): Json {
  if (!body) return { description };
  const others = Object.entries(also).map(([type, schema]) => [type, { schema: schemaOf(schema) }]);
  return { description, content: { ...jsonContent(schemaOf(body)), ...Object.fromEntries(others) } };
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

function parameters(place: 'path' | 'query' | 'header', schema: z.ZodObject | null): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    ...(description !== undefined && { description }),
    required: required.includes(name),
    // A list stands in an address as `mms,voice`.
    ...(property['type'] === 'array' && { style: 'form', explode: false }),
    schema: property,
  }));
}

type Direction = 'input' | 'output';

/** What has a name is referred to; the rest stands where it is used. */
function schemaOf(schema: z.ZodType, io: Direction = 'output'): Json {
  const { $schema: _, $defs: __, ...rest } = jsonSchema(schema, io);
  return rest;
}

function namedSchema(schema: z.ZodType): [string, Json] {
  const id = schema.meta()?.id ?? '';
  const { $defs = {} } = jsonSchema(schema, 'output') as { $defs?: Record<string, Json> };
  const { id: _, ...rest } = $defs[id] ?? {};
  return [id, rest];
}

function jsonSchema(schema: z.ZodType, io: Direction): Json {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, override: open(io) }));
  return JSON.parse(text.replaceAll('"#/$defs/', `"${schemas}`)) as Json;
}

/** What is answered may grow; what is asked may not hold a name that does not exist where that is refused. */
function open(io: Direction): (context: { jsonSchema: Json }) => void {
  return ({ jsonSchema }) => {
    if (io === 'output') delete jsonSchema['additionalProperties'];
  };
}
