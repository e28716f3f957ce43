import { answerAtLostAddress } from './lost-code.ts';
import { answerTypedCode } from './typed-code.ts';

/** The pages that ask for the code of a sheet; each part looks for its own place and does nothing without it. */
answerTypedCode();
answerAtLostAddress();
