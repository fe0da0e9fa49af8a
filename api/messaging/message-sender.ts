import type { Language } from '../platform/context.ts';

/** A message that fills in a template which the provider has approved. */
export interface TemplateMessage {
  /** E.164. */
  readonly to: string;
  readonly template: string;
  readonly language: Language;
  /** {{1}} and on; one line each, 1 to 200 characters. */
  readonly parameters: readonly string[];
  /** Key of the outbox row; comes back with each report of its fate. */
  readonly reference: string;
}

/** What a failure asks for. */
export type FailureKind =
  /** Trouble that passes: try again, later each time. */
  | 'TRANSIENT'
  /** Too much at once: try again after a longer pause. */
  | 'THROTTLED'
  /** Nothing will be sent until the operator of the service acts: try again slowly, tell the curator once a day. */
  | 'OPERATOR'
  /** This person cannot be reached this way. */
  | 'UNREACHABLE'
  /** The message is wrong: sending it again would be wrong again. */
  | 'MISTAKE';

/** What became of an attempt. */
export type SendOutcome =
  | { readonly kind: 'ACCEPTED'; readonly providerId: string }
  | { readonly kind: FailureKind; readonly code: number; readonly retryAfterSeconds: number };

/** The road on which messages leave. Never throws for what the provider or the network does: that is an outcome. */
export interface MessageSender {
  /** Whether messages reach real phones; those to people of the demo are then not sent. */
  readonly isReal: boolean;
  send(message: TemplateMessage): Promise<SendOutcome>;
}

declare module '../platform/context.ts' {
  interface Ports {
    readonly messageSender: MessageSender;
    /** Address under which people reach the pages, for links in messages; no slash at the end. */
    readonly publicUrl: string;
  }
}
