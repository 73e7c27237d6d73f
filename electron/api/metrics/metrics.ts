import type { RequestHandler } from 'express';
import type { Metric, Registry } from 'prom-client';
import type { App } from '../../core/app.ts';
import { figures } from './figures.ts';

/** `GET /metrics`, in the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats). */
export function metrics(app: App): RequestHandler {
  let registry: Promise<Registry> | null = null;
  return async (_request, response) => {
    const { contentType, text } = await exposed(await (registry ??= registryOf(app)));
    if (!response.writableEnded) response.set('Content-Type', contentType).send(text);
  };
}

async function exposed(registry: Registry): Promise<{ contentType: string; text: string }> {
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** Most hosts are never asked, and it takes as long to load as the rest of the API. */
async function registryOf(app: App): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const registry = new Registry();
  for (const { read, ...figure } of figures) {
    // Its own classes would have to be there from the start to count. They are registered by what they have in common.
    const metric = { ...figure, get: async () => ({ ...figure, values: read(app) }) };
    registry.registerMetric(metric as unknown as Metric);
  }
  collectDefaultMetrics({ register: registry });
  return registry;
}
