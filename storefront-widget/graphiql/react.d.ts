/** As much of React as this page touches; the product's own elements do not use it. */
declare module 'react' {
  export function createElement(component: unknown, properties: object): object;
}
declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(element: object): void };
}
