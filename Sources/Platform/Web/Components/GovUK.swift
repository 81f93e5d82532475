/// The GOV.UK Design System's components, as functions from values to markup. One file each.
///
/// The markup is that of GOV.UK Frontend 5.11.1; without its script, since every page works with none.
/// `name` is the field's name in the form and its `id` on the page, so that a `Problem` with that `field` links to it.
public enum GovUK {}
