export {
  type MidtransSimulator,
  type MidtransSimulatorOptions,
  openMidtransSimulator,
  startMidtransSimulator,
} from './midtrans/index.ts';
