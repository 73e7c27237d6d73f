import twilio from 'twilio';

const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL } = process.env;

/** Sends each request to TWILIO_API_BASE_URL instead of https://*.twilio.com. */
class RedirectedClient extends twilio.RequestClient {
  request(options) {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: TWILIO_API_BASE_URL + pathname + search });
  }
}

export const twilioClient = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, {
  ...(TWILIO_API_BASE_URL && { httpClient: new RedirectedClient() }),
});
