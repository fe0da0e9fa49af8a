/** A reason why the program cannot start that its operator can mend. The message is one line, without secrets: it is
 *  printed as it stands, without a stack, and the program ends with code 1. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s*\n\s*/g, ' '), options);
    this.name = 'StartError';
  }
}
