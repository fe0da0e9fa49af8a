/** What makes a page look like a phone with a chat on it; on a real phone it fills the screen. */
export const PHONE_STYLE = `
.phone { display: flex; flex-direction: column; height: 100%; min-height: 360px; background: var(--card); }
.phone-top { padding: 8px 16px; background: var(--leaf); color: var(--on-leaf); }
.phone-top h1 { font-size: 20px; margin: 0; }
.phone-top p { margin: 0; font-size: 14px; }
/* Reversed, so that the newest message is in view without any script. */
.chat { flex: 1; overflow-y: auto; display: flex; flex-direction: column-reverse; padding: 8px 12px; background: var(--paper); }
.chat ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 8px; }
.bubble {
  max-width: 88%; padding: 8px 12px; border-radius: 12px; background: var(--card); border: 1px solid var(--line); align-self: flex-start;
}
.bubble.mine { align-self: flex-end; border-color: var(--leaf); }
.bubble p { margin: 0 0 4px; white-space: pre-line; }
.bubble .head { font-weight: 700; }
.bubble .small { font-size: 14px; color: var(--quiet); }
.bubble .time { display: block; text-align: right; font-size: 14px; color: var(--quiet); font-variant-numeric: tabular-nums; }
.bubble img { display: block; max-width: 100%; border-radius: 8px; margin-bottom: 8px; }
.bubble form { margin: 0; }
.code {
  display: block; margin: 4px 0 8px; font-size: 34px; line-height: 1.2; font-weight: 700; letter-spacing: 4px;
  font-variant-numeric: tabular-nums; user-select: all;
}
.write { display: flex; gap: 8px; align-items: flex-end; margin: 0; padding: 8px 12px; border-top: 1px solid var(--line); }
.write div { flex: 1; }
.write button { width: auto; margin: 0; }
.unread { display: inline-block; min-width: 24px; padding: 0 8px; border-radius: 999px; text-align: center; font-size: 14px;
  background: var(--leaf); color: var(--on-leaf); }
@media (min-width: 560px) {
  main.fill { padding: 16px; }
  .phone { max-width: 400px; max-height: 800px; margin: 0 auto; overflow: hidden; border: 10px solid var(--ink); border-radius: 36px; }
}
`;

/** Keeps an open phone up to date and copies codes. Everything on the page is there without it. */
export const PHONE_SCRIPT = `
const chat = document.getElementById('chat');
const enableCopying = () => {
  for (const button of document.querySelectorAll('button[data-copy]')) button.hidden = false;
};
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = 'Tersalin';
});
const refresh = async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('chat');
  if (!fresh || fresh.innerHTML === chat.dataset.shown) return;
  chat.dataset.shown = fresh.innerHTML;
  chat.replaceChildren(...fresh.childNodes);
  enableCopying();
};
enableCopying();
if (chat?.dataset.events) new EventSource(chat.dataset.events).addEventListener('chat', refresh);
`;
