/** The part of autocannon that the load tests use; it brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    amount: number;
    /** Threads that ask. */
    workers?: number;
    requests: { method: 'GET'; path: string; headers: Record<string, string> }[];
  }
  interface Result {
    /** Seconds. */
    duration: number;
    errors: number;
    timeouts: number;
    resets: number;
    non2xx: number;
    '2xx': number;
    requests: { total: number; average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number; p99_9: number; max: number };
    /** Bytes a second. */
    throughput: { average: number; total: number };
  }
  const autocannon: (options: Options) => Promise<Result>;
  export default autocannon;
}
