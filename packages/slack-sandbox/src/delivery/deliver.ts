import type { Json, JsonObject } from '../contract.ts';
import { objectOf, parseJson, textOf } from '../json.ts';
import { limits } from '../limits.ts';
import type { Traffic } from '../traffic.ts';

/** Something for the app: the same payload whichever way it goes. */
export interface Delivery {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  /** For the record: `/ask`, `block_actions`, `app_home_opened` … */
  name: string;
  body: JsonObject;
  /** True where the acknowledgement may carry an answer. */
  takesAnswer: boolean;
  retry?: { attempt: number; reason: string };
}

/** What became of a delivery. */
export type Acknowledgement =
  | { acknowledged: true; payload?: Json }
  | { acknowledged: false; reason: DeliveryFailure; status?: number; noRetry?: boolean };

/** Why a delivery was not acknowledged. */
export type DeliveryFailure = 'timeout' | 'http_timeout' | 'not_connected' | 'connection_failed' | 'http_error';

/** Hands something to the app and waits for its acknowledgement, 3 seconds at most. Never throws. */
export type Deliver = (delivery: Delivery) => Promise<Acknowledgement>;

/** The way to the app. */
export interface Deliveries {
  readonly deliver: Deliver;
  /** Sends once more what went to the app under this number of the record, as a network may. */
  again(number: number): Promise<void>;
}

/** A way on which deliveries go. */
export interface Transport {
  send(delivery: Delivery): Promise<Acknowledgement>;
}

/** Delivers on the way given, and keeps the record. */
export function createDeliveries(traffic: Traffic, by: 'http' | 'socket', transport: Transport): Deliveries {
  const sent = new Map<number, Delivery>();
  const deliver: Deliver = async (delivery) => {
    const entry = traffic.begin({
      direction: 'to-app',
      name: delivery.name,
      transport: by,
      sent: delivery.retry ? { ...delivery.body, retry: { ...delivery.retry } } : delivery.body,
    });
    sent.set(entry.number, delivery);
    sent.delete(entry.number - limits.traffic);
    const outcome = await transport.send(delivery);
    if (outcome.acknowledged) {
      entry.answer({
        ...(outcome.payload === undefined ? {} : { answer: outcome.payload }),
        ...(by === 'http' ? { status: 200 } : {}),
        failed: false,
      });
    } else {
      entry.answer({
        answer: { failure: outcome.reason },
        ...(outcome.status === undefined ? {} : { status: outcome.status }),
        failed: true,
      });
    }
    return outcome;
  };
  return {
    deliver,
    async again(number) {
      const delivery = sent.get(number);
      if (!delivery) throw new Error(`Number ${number} of the traffic was no delivery to the app.`);
      await deliver(delivery);
    },
  };
}

/** The body of an HTTP answer as a payload: an object, or the text of a reply. */
export function payloadOfBody(body: string): JsonObject | undefined {
  if (body.trim() === '') return undefined;
  const parsed = parseJson(body);
  return objectOf(parsed) ?? { text: textOf(parsed) ?? body };
}
