import { Validator } from '@seriousme/openapi-schema-validator';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { operations } from '../../electron/api/routes/all.ts';
import type { Lease } from '../../electron/contract/state.ts';
import { eventsOf, hostForAll, numberOfOwner, type Answer, type TestHost } from './harness.ts';
import requests from './requests.json' with { type: 'json' };

type Json = Record<string, unknown>;
interface Description {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: Json;
}

const shared = hostForAll();

async function describedHost(): Promise<TestHost & { description: Description }> {
  const test = shared();
  const { status, body } = await test.call('GET', '/v1/openapi.json');
  expect(status).toBe(200);
  return { ...test, description: body as Description };
}

/** Every operation of a description, by its id. */
function operationsOf({ paths }: Description): Map<string, { method: string; path: string; responses: Json }> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId, responses }]) => [operationId, { method, path, responses }] as const,
      ),
    ),
  );
}

/** Nothing but what is described may be answered: the description leaves that open for versions to come. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]));
  return 'properties' in inner && inner['type'] === 'object' ? { additionalProperties: false, ...inner } : inner;
}

function forAjv(schema: unknown): Json {
  return JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/components/schemas/', '"api#/$defs/')) as Json;
}

/** Compares answers with the description, and keeps which were seen. */
function checker(description: Description): { seen: Set<string>; check(id: string, answer: Answer): void } {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: true });
  (formats as unknown as (target: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'api', $defs: forAjv(description.components['schemas']) });
  const compiled = new Map<string, ValidateFunction>();
  const all = operationsOf(description);
  const seen = new Set<string>();
  const check = (id: string, { status, body, headers }: Answer) => {
    const responses = all.get(id)?.responses ?? {};
    const response = referred(description, responses[status] ?? responses['default']);
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    seen.add(id);
    if (response.content === undefined) return expect(body, id).toBeNull();
    const key = `${id} ${status} ${type}`;
    const schema = response.content[type]?.schema;
    expect(schema, `${key} is described`).toBeDefined();
    const validate = compiled.get(key) ?? ajv.compile(forAjv(schema));
    compiled.set(key, validate);
    expect(validate(body), `${key}: ${errorsOf(validate.errors)} in ${JSON.stringify(body)}`).toBe(true);
  };
  return { seen, check };
}

type Response = { content?: Record<string, { schema: unknown }> };

function referred({ components }: Description, given: unknown): Response {
  const { $ref } = given as { $ref?: string };
  if ($ref === undefined) return given as Response;
  return (components['responses'] as Record<string, Response>)[$ref.split('/').at(-1) ?? ''] ?? {};
}

function errorsOf(errors: ErrorObject[] | null | undefined): string {
  return (errors ?? [])
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
    .join('; ');
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { description } = await describedHost();
    expect(description.openapi).toMatch(/^3\.1\./);
    const found = await new Validator().validate(structuredClone(description) as unknown as Json);
    expect(found).toMatchObject({ valid: true });
  });

  it('says of every answer what it is', async () => {
    const { description, call, emulator, lease } = await describedHost();
    const { seen, check } = checker(description);
    const ask = async (id: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => {
      const { method = '' } = operationsOf(description).get(id) ?? {};
      const answer = await call(method.toUpperCase(), `/v1${path}`, body, headers);
      check(id, answer);
      return answer;
    };

    const wish = { country: 'US', type: 'local', label: 'x' };
    const taken = (await ask('takeLease', '/leases', wish, { 'idempotency-key': 'k' })).body as Lease;
    const [other, owned] = [await lease(), await numberOfOwner(emulator)];
    const { sid } = await emulator.sendSms({ to: taken.number ?? '', body: 'Your Lumora code is 482913' });
    const ids = {
      lease: taken.id,
      number: taken.numberSid,
      other: other.id,
      owned: owned.sid,
      message: sid,
      phone: taken.number,
    };
    for (const [id, path, body, status] of requests as [string, string, unknown, number][]) {
      const at = Object.entries(ids).reduce((text, [name, value]) => text.replace(`{${name}}`, value ?? ''), path);
      expect((await ask(id, at, body ?? undefined)).status, `${id} ${at}`).toBe(status);
    }
    check('metrics', await call('GET', '/metrics'));
    expect([...operationsOf(description).keys()].filter((known) => !seen.has(known))).toEqual(['events']);
  });

  it('leaves out nothing that is served', async () => {
    const { description, host } = await describedHost();
    const served = operations().map(({ method, path }) => `${method} /v1${path}`);
    const described = [...operationsOf(description).values()].map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual([...served, 'get /v1/events', 'get /metrics'].toSorted());
    const { until } = await eventsOf(host);
    expect(await until(() => true)).toMatchObject({ type: 'state' });
  });
});
