/** The part of midtrans-client 1.4.3 that is used. The package's index also loads SnapBi, which switches off TLS checks and
 *  hooks axios globally; so this one file of it is imported alone. */
declare module 'midtrans-client/lib/coreApi.js' {
  interface CoreApiOptions {
    isProduction: boolean;
    serverKey: string;
    clientKey: string;
  }

  interface HttpDefaults {
    timeout?: number;
    proxy?: false;
    httpAgent?: import('node:http').Agent;
    httpsAgent?: import('node:https').Agent;
    maxRedirects?: number;
    maxContentLength?: number;
    headers: { common: Record<string, string> };
  }

  interface Transaction {
    status(id: string): Promise<unknown>;
    cancel(id: string): Promise<unknown>;
    expire(id: string): Promise<unknown>;
    refund(id: string, parameter: { refund_key: string; amount: number; reason: string }): Promise<unknown>;
  }

  export default class CoreApi {
    constructor(options: CoreApiOptions);
    readonly apiConfig: { getCoreApiBaseUrl(): string };
    readonly httpClient: { http_client: { defaults: HttpDefaults } };
    readonly transaction: Transaction;
    charge(parameter: object): Promise<unknown>;
  }
}
