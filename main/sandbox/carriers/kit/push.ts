/** A push as it goes out: the raw bytes that are signed, and the headers with the signature. */
export interface TwinPush {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a push as the service would; answers status and text of the reply. */
export async function sendPush(url: string, push: TwinPush): Promise<{ status: number; text: string }> {
  const reply = await fetch(url, { method: 'POST', headers: push.headers, body: push.body });
  return { status: reply.status, text: await reply.text() };
}
