import { Counter, Registry } from 'prom-client';

/** What happened so often: counts only, no names, no words. */
export interface Metrics {
  /** Something came in from Slack. */
  received(kind: 'event' | 'command' | 'action' | 'view' | 'shortcut' | 'options'): void;
  /** A delivery from the outbox ended so. */
  delivered(result: 'sent' | 'skipped' | 'retried' | 'uncertain' | 'parked'): void;
  /** A listener or a job failed. */
  failed(where: 'listener' | 'job'): void;
  /** In Prometheus' text format. */
  read(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const received = new Counter({
    name: 'firstline_received_total',
    help: 'Payloads received from Slack',
    labelNames: ['kind'],
    registers,
  });
  const delivered = new Counter({
    name: 'firstline_deliveries_total',
    help: 'Deliveries from the outbox, by how they ended',
    labelNames: ['result'],
    registers,
  });
  const failed = new Counter({
    name: 'firstline_failures_total',
    help: 'Listeners and jobs that failed',
    labelNames: ['where'],
    registers,
  });
  return {
    received: (kind) => received.inc({ kind }),
    delivered: (result) => delivered.inc({ result }),
    failed: (where) => failed.inc({ where }),
    read: () => registry.metrics(),
  };
}
