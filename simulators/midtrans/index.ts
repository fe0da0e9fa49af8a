export {
  type MidtransSimulator,
  type MidtransSimulatorOptions,
  openMidtransSimulator,
  startMidtransSimulator,
} from './simulator.ts';
