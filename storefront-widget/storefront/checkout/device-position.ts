/** Where someone is, to some hundred metres. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Asks the device where it is, to some hundred metres: enough to sort places by. Otherwise which sentence tells why not. */
export function positionOfDevice(): Promise<Position | 'locateDenied' | 'locateFailed'> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve('locateFailed');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'locateDenied' : 'locateFailed'),
      { maximumAge: 300_000, timeout: 10_000 },
    );
  });
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
