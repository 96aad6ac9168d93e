// Single keys for reviewing: j and k step through the changes, ? tells the keys.
// On a narrow screen what narrows a search is folded, so that what was found comes first.
// Everything else on the pages works without this script.

const KEPT_AS = "amendments.shortcuts";
const dialog = document.getElementById("keys");
const toggle = document.getElementById("keys-on");
const changed = [...document.querySelectorAll("[data-changed]")];

// Storage may be forbidden by the browser; the shortcuts are on then.
const remembered = () => { try { return localStorage.getItem(KEPT_AS); } catch { return null; } };
const remember = value => { try { localStorage.setItem(KEPT_AS, value); } catch { /* not kept */ } };

const isTyping = target => target.closest("input, select, textarea, [contenteditable]") !== null;

const goTo = step => {
  const now = changed.indexOf(document.activeElement?.closest("[data-changed]"));
  const next = now < 0 ? (step > 0 ? 0 : changed.length - 1) : now + step;
  changed[Math.min(Math.max(next, 0), changed.length - 1)]?.focus();
};

toggle.checked = remembered() !== "off";
toggle.addEventListener("change", () => remember(toggle.checked ? "on" : "off"));
document.querySelector(".keys").hidden = false;
document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());

document.addEventListener("keydown", event => {
  if (!toggle.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) return;
  if (event.key === "j") goTo(1);
  else if (event.key === "k") goTo(-1);
  else if (event.key === "?") dialog.showModal();
});

if (matchMedia("(max-width: 52rem)").matches) {
  document.querySelector(".narrowing")?.removeAttribute("open");
}
