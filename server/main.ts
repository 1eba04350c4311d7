import { serveAsArguments } from './cli/language-server';

serveAsArguments();
