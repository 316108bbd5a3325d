/** What a monitor reads (Prometheus text format 0.0.4): counts and durations, nothing of what is said. */

/** Upper edges in seconds. */
const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  /** `route` is the pattern, never the address: that would name records. */
  answered(method: string, route: string, status: number, seconds: number): void;
  versionsStored(count: number): void;
  versionsServed(count: number): void;
  attachmentBytes(direction: 'in' | 'out', bytes: number): void;
  text(gauges: Readonly<Record<string, number>>): string;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, { buckets: number[]; sum: number; count: number }>();
  const counts = { stored: 0, served: 0, in: 0, out: 0 };
  return {
    answered(method, route, status, seconds) {
      const labels = `method="${method}",route="${route}"`;
      const name = `${labels},status="${status}"`;
      requests.set(name, (requests.get(name) ?? 0) + 1);
      const taken = durations.get(labels) ?? { buckets: edges.map(() => 0), sum: 0, count: 0 };
      durations.set(labels, {
        buckets: taken.buckets.map((count, at) => count + (seconds <= (edges[at] ?? 0) ? 1 : 0)),
        sum: taken.sum + seconds,
        count: taken.count + 1,
      });
    },
    versionsStored: (count) => void (counts.stored += count),
    versionsServed: (count) => void (counts.served += count),
    attachmentBytes: (direction, bytes) => void (counts[direction] += bytes),
    text(gauges) {
      const lines = [
        '# HELP plotline_requests_total Requests answered.',
        '# TYPE plotline_requests_total counter',
        ...[...requests].map(([labels, count]) => `plotline_requests_total{${labels}} ${count}`),
        '# HELP plotline_request_seconds How long they took.',
        '# TYPE plotline_request_seconds histogram',
        ...[...durations].flatMap(([labels, { buckets, sum, count }]) => [
          ...buckets.map(
            (below, at) => `plotline_request_seconds_bucket{${labels},le="${edges[at]}"} ${below}`,
          ),
          `plotline_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `plotline_request_seconds_sum{${labels}} ${sum.toFixed(6)}`,
          `plotline_request_seconds_count{${labels}} ${count}`,
        ]),
        ...counter('plotline_versions_stored_total', 'Versions stored.', counts.stored),
        ...counter('plotline_versions_served_total', 'Versions given out.', counts.served),
        ...counter('plotline_attachment_received_bytes_total', 'Bytes of attachments taken in.', counts.in),
        ...counter('plotline_attachment_sent_bytes_total', 'Bytes of attachments given out.', counts.out),
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

function counter(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, `${name} ${value}`];
}
