/** Many readers at once, on this machine alone. */
import autocannon from 'autocannon';

/** What many requests came to. */
export interface Load {
  requests: number;
  /** Requests without the answer they should have had. */
  failed: number;
  perSecond: number;
  /** Milliseconds that half, 99 and 99.9 of 100 requests took at most. */
  p50: number;
  p99: number;
  p999: number;
  megabytesPerSecond: number;
}

/** Asks a server for `addresses` in turn, `amount` requests in all over `connections` at once, as a browser that takes packed answers. */
export const load = async (
  origin: string,
  addresses: readonly string[],
  amount: number,
  connections = 50,
): Promise<Load> => {
  if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(origin))
    throw new Error(`Load goes to this machine alone, not to ${origin}.`);
  const result = await autocannon({
    url: origin,
    connections,
    amount,
    requests: addresses.map((path) => ({ method: 'GET', path, headers: { 'accept-encoding': 'br, gzip' } })),
  });
  return {
    requests: result.requests.total,
    failed: amount - result['2xx'] + result.errors + result.timeouts + result.resets + result.non2xx,
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    p999: result.latency.p99_9,
    megabytesPerSecond: result.throughput.total / result.duration / 1e6,
  };
};
