import { css } from 'lit';

/** The widget's own look, shut in its shadow root; a host page may set --berjubel-leaf and --berjubel-font. */
export const widgetStyles = css`
  :host {
    --paper: #fbfaf5;
    --card: #ffffff;
    --ink: #1b211e;
    --quiet: #5a645e;
    --leaf: var(--berjubel-leaf, #1d6b45);
    --on-leaf: #ffffff;
    --clay: #b23a1e;
    --line: #dde3dc;
    display: block;
    container-type: inline-size;
    font: 400 16px / 1.5 var(--berjubel-font, 'Plus Jakarta Sans', system-ui, sans-serif);
    color: var(--ink);
    text-align: left;
  }
  :host([theme='dark']) {
    --paper: #121714;
    --card: #1a211d;
    --ink: #e9eee9;
    --quiet: #a5b0a9;
    --leaf: var(--berjubel-leaf, #8fd3ae);
    --on-leaf: #10201a;
    --clay: #f0957c;
    --line: #2c3530;
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      --paper: #121714;
      --card: #1a211d;
      --ink: #e9eee9;
      --quiet: #a5b0a9;
      --leaf: var(--berjubel-leaf, #8fd3ae);
      --on-leaf: #10201a;
      --clay: #f0957c;
      --line: #2c3530;
    }
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  section {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 12px;
    padding: 16px;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 20px;
    line-height: 1.3;
  }
  h3 {
    font-size: 20px;
    line-height: 1.3;
  }
  ul {
    list-style: none;
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    margin-block: 12px;
  }
  @container (min-width: 640px) {
    ul {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  .quiet {
    color: var(--quiet);
    font-size: 14px;
  }
  .bad {
    color: var(--clay);
    font-weight: 600;
  }
  .price {
    font-weight: 750;
    font-variant-numeric: tabular-nums;
  }
  button,
  a.button {
    font: inherit;
    font-weight: 700;
    min-height: 44px;
    padding: 8px 16px;
    border-radius: 12px;
    border: 1px solid var(--leaf);
    background: transparent;
    color: var(--leaf);
    cursor: pointer;
  }
  button.main {
    background: var(--leaf);
    color: var(--on-leaf);
    width: 100%;
  }
  button[disabled] {
    border-color: var(--line);
    background: var(--line);
    color: var(--quiet);
    cursor: default;
  }
  button.good {
    display: grid;
    width: 100%;
    height: 100%;
    padding: 0 0 12px;
    gap: 4px;
    align-content: start;
    overflow: hidden;
    text-align: left;
    font-weight: 400;
    color: var(--ink);
    background: var(--card);
    border-color: var(--line);
  }
  button.good img {
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    object-fit: cover;
    display: block;
  }
  button.good span {
    padding-inline: 12px;
  }
  .title {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    font-size: 14px;
    line-height: 1.4;
  }
  :focus-visible {
    outline: 3px solid var(--leaf);
    outline-offset: 2px;
  }
  .bar {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: 8px;
    padding-top: 12px;
    margin-top: 12px;
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  dialog {
    border: 0;
    border-radius: 12px;
    padding: 16px;
    width: min(440px, calc(100vw - 32px));
    max-height: 90vh;
    background: var(--paper);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog img {
    width: min(100%, 280px, 36vh);
    margin-inline: auto;
    aspect-ratio: 1;
    object-fit: cover;
    border-radius: 12px;
    display: block;
  }
  dialog form {
    display: grid;
    gap: 12px;
  }
  .acts {
    position: sticky;
    bottom: -16px;
    display: grid;
    gap: 8px;
    margin: 0 -16px -16px;
    padding: 12px 16px 16px;
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  .acts p:empty {
    display: none;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 8px;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--card);
  }
  label:has(:checked) {
    border-color: var(--leaf);
  }
  label:has(:disabled) {
    color: var(--quiet);
    text-decoration: line-through;
  }
  input {
    width: 20px;
    height: 20px;
    accent-color: var(--leaf);
  }
  .grow {
    flex: 1;
  }
  .skeleton {
    aspect-ratio: 3 / 4;
    border-radius: 12px;
    background: var(--line);
  }
`;
