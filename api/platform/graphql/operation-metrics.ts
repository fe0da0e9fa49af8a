import { Counter, Histogram, type Registry } from 'prom-client';
import type { KnownOperation } from './documents.ts';

/** The road an operation took: a kept answer, its program straight away, or Apollo's pipeline. */
export type Road = 'kept' | 'compiled' | 'plain';

/** Measures operations. */
export interface OperationMetrics {
  /** Notes how long an operation took; null for a request in which none was found. */
  observe(operation: KnownOperation | null, road: Road, milliseconds: number): void;
  /** Notes that a stream was opened (+1) or ended (-1). */
  streams(change: 1 | -1): void;
  /** Notes a request that was not answered, because its client went away before its turn. */
  gone(): void;
}

/** Measurements by operation name for our own documents, and under 'other' for all else: names that strangers choose are no labels. */
export function operationMetrics(registry: Registry): OperationMetrics {
  const registers = [registry];
  const durations = new Histogram({
    name: 'graphql_operation_seconds',
    help: 'Time from the request to its answer, in seconds.',
    labelNames: ['operation', 'road'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const open = new Counter({ name: 'graphql_streams_opened_total', help: 'Streams opened.', registers });
  const closed = new Counter({ name: 'graphql_streams_closed_total', help: 'Streams ended.', registers });
  const gone = new Counter({
    name: 'graphql_clients_gone_total',
    help: 'Requests that stood in line until their client went away; nothing was done for them.',
    registers,
  });
  const series = new Map<string, Histogram.Internal<'operation' | 'road'>>();
  return {
    observe(operation, road, milliseconds) {
      const name = operation?.trusted ? (operation.node.name?.value ?? 'unnamed') : 'other';
      const key = `${name} ${road}`;
      let one = series.get(key);
      if (!one) {
        one = durations.labels({ operation: name, road });
        series.set(key, one);
      }
      one.observe(milliseconds / 1000);
    },
    streams(change) {
      (change === 1 ? open : closed).inc();
    },
    gone() {
      gone.inc();
    },
  };
}
