/**
 * Read your own writes across services: a command answers with `topic/aggregate@sequence`, and for a short while views of the
 * other services are asked to have caught up with it.
 */
const lifetimeMs = 10_000;

interface Token {
  service: string;
  value: string;
  at: number;
}

let tokens: Token[] = [];

export function serviceOf(path: string): string {
  return path.split('/')[2] ?? '';
}

export function remember(path: string, value: string, now = Date.now()) {
  const service = serviceOf(path);
  tokens = [{ service, value, at: now }, ...tokens.filter((token) => token.service !== service)];
}

export function seenFor(path: string, now = Date.now()): string | undefined {
  const service = serviceOf(path);
  return tokens.find((token) => token.service !== service && now - token.at < lifetimeMs)?.value;
}

/** Whether a change on the stream is the echo of what this page did itself. */
export function isOwn(subject: string, sequence: string | number): boolean {
  // On the stream a sequence is padded with zeros, so that it sorts as text.
  const plain = String(sequence).replace(/^0+(?=\d)/, '');
  return tokens.some((token) => token.value.endsWith(`/${subject}@${plain}`));
}

export function forgetAll() {
  tokens = [];
}
