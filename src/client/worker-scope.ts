/** What happens to a worker, and work that the browser should let it finish. */
export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page, before it goes to the network. */
export interface RequestEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** A message of a page. */
export interface PageMessage extends WorkerEvent {
  data: unknown;
  ports: readonly MessagePort[];
}

/**
 * The little of a service worker's global scope that is used. TypeScript's own types of it cannot be loaded beside
 * those of pages, which the rest of this folder needs.
 */
export interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
}
