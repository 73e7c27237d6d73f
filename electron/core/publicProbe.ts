/** Requests to our own public URL, through the internet. Both reject with TUNNEL_FAILED and the reason. */
export interface PublicProbe {
  /** The `instance` that GET {baseUrl}/health answers with; null when something else answers. */
  instance(baseUrl: string): Promise<string | null>;
  /** Posts parameters as Twilio would, signed; resolves with the HTTP status. */
  deliver(webhookUrl: string, authToken: string, parameters: Record<string, string>): Promise<number>;
}
