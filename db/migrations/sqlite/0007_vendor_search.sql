-- Names and codes by three letters in a row (SQLite's FTS5). Triggers keep it: whoever makes `vendors` anew makes them anew.
CREATE VIRTUAL TABLE `vendor_search` USING fts5(`words`, content='', contentless_delete=1, tokenize='trigram');
--> statement-breakpoint
INSERT INTO `vendor_search`(rowid, `words`) SELECT `id`, `name` || ' ' || `code` FROM `vendors`;
--> statement-breakpoint
CREATE TRIGGER `vendor_search_added` AFTER INSERT ON `vendors` BEGIN
  INSERT INTO `vendor_search`(rowid, `words`) VALUES (new.`id`, new.`name` || ' ' || new.`code`);
END;
--> statement-breakpoint
CREATE TRIGGER `vendor_search_changed` AFTER UPDATE OF `name`, `code` ON `vendors` BEGIN
  UPDATE `vendor_search` SET `words` = new.`name` || ' ' || new.`code` WHERE rowid = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `vendor_search_removed` AFTER DELETE ON `vendors` BEGIN
  DELETE FROM `vendor_search` WHERE rowid = old.`id`;
END;
