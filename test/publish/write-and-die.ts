import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Run as a process of its own: writes a new output, and kills itself just before one of its calls to the disk.
const [folder = '', count = '0', dieBefore = '0', length = '0'] = process.argv.slice(2);

let calls = 0;
function countCalls(of: object, names: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(of, name) as (...args: unknown[]) => unknown;
    Reflect.set(of, name, (...args: unknown[]) => {
      calls += 1;
      if (calls === Number(dieBefore)) process.kill(process.pid, 'SIGKILL');
      return original(...args);
    });
  }
}

const { replaceOutput } = await import('../../src/publish/replace-output.ts');
countCalls(fs, ['mkdirSync', 'openSync', 'writevSync', 'closeSync']);
countCalls(fs.promises, ['mkdir', 'readdir', 'rename', 'rm']);
syncBuiltinESMExports();
// Root may write everywhere: it becomes nobody, once all code is read.
if (process.env.AS_NOBODY && process.getuid?.() === 0) process.seteuid?.(65_534);

await replaceOutput(folder, (output) => {
  for (let index = 0; index < Number(count); index += 1) {
    output.write(`folder-${index % 3}/${index}.txt`, [
      Buffer.from('new '),
      Buffer.from(String(index)),
      Buffer.alloc(Number(length)),
    ]);
  }
  output.write('manifest.json', Buffer.from('{}'));
});
process.stdout.write(String(calls));
