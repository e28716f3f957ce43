// The browser comes as an npm package (see src/pdf/browser-binary.ts), so Puppeteer must not download one of its own.
module.exports = { skipDownload: true };
