import type { Domain } from '../platform/domain.ts';
import { announce } from './announce.ts';
import { announcePayout } from './announce-payout.ts';
import { AskAccountResolver } from './ask-account-resolver.ts';
import { LiveResolver } from './live-resolver.ts';
import { Message } from './message.ts';
import { sendMessage, sweepOutbox } from './send-message.ts';
import { sendOtp } from './send-otp.ts';

export { Message, MessageStatus } from './message.ts';
export type { FailureKind, MessageSender, SendOutcome, TemplateMessage } from './message-sender.ts';
export { type WhatsAppCloudOptions, whatsAppCloud } from './whatsapp-cloud.ts';
export { WHATSAPP_WEBHOOK_PATH, type WhatsAppWebhookOptions, whatsAppWebhook } from './whatsapp-webhook.ts';

/** What messaging brings to the program. */
export const messagingDomain: Domain = {
  name: 'messaging',
  entities: [Message],
  resolvers: [LiveResolver, AskAccountResolver],
  listeners: [],
  jobs: [announce, announcePayout, sendOtp, sendMessage, sweepOutbox],
  nodes: {},
};
