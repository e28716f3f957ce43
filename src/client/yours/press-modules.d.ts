/** The panel's templates, compiled by the build (src/html/compile-templates.ts), by name. */
declare module 'press:panel-templates' {
  export const templates: Record<string, unknown>;
}

declare module 'nunjucks/browser/nunjucks-slim.js' {
  interface Environment {
    addFilter(name: string, filter: (...values: never[]) => string): void;
    render(name: string, context: object): string;
  }
  const nunjucks: {
    Environment: new (loaders: unknown[], options: object) => Environment;
    PrecompiledLoader: new (templates: Record<string, unknown>) => unknown;
  };
  export default nunjucks;
}
