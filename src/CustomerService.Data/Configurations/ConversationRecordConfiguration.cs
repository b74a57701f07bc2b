using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;
using CustomerService.Data.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ConversationRecordConfiguration : IEntityTypeConfiguration<ConversationRecord>
{
    public void Configure(EntityTypeBuilder<ConversationRecord> builder)
    {
        builder.ToTable("Conversations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Visitor).HasMaxLength(Visitor.SecretLength);
        builder.Property(c => c.LastText).HasMaxLength(ConversationRecord.LastTextLength);
        builder.HasIndex(c => new { c.Visitor, c.ChangedAt });
        // For the agents' list: in order of change, all or one owner's. The second one holds what is counted, too.
        builder.HasIndex(c => new { c.ChangedAt, c.Id }).HasFilter("\"LastSequence\" > 0");
        // With what agents filter by, so that even a filter that few fit is answered from the index alone.
        builder.HasIndex(c => new { c.Owner, c.ChangedAt, c.Id, c.Topic, c.Mood, c.Language }).HasFilter("\"LastSequence\" > 0");
        builder.HasIndex(c => new { c.AgentId, c.ChangedAt, c.Id }).HasFilter("\"Owner\" = 'Agent'");
        builder.HasIndex(c => new { c.ChangedAt, c.Id }, "IX_Conversations_Waiting").HasFilter("\"LastSequence\" > 0 AND \"WaitingSince\" IS NOT NULL");
        builder.HasIndex(c => new { c.ChangedAt, c.Id, c.Topic, c.Mood, c.Language }, "IX_Conversations_Open").HasFilter("\"LastSequence\" > 0 AND \"Owner\" <> 'Closed'");
        // How many have been waiting for longer.
        builder.HasIndex(c => c.WaitingSince).HasFilter("\"Owner\" = 'Waiting'");
        builder.HasIndex(c => c.SnoozedUntil).HasFilter("\"SnoozedUntil\" IS NOT NULL");
        builder.HasIndex(c => new { c.ProductId, c.ChangedAt, c.Id }).HasFilter("\"LastSequence\" > 0");
        builder.HasIndex(c => new { c.CustomerId, c.ChangedAt }).HasFilter("\"CustomerId\" IS NOT NULL");
        builder.Property(c => c.Tags).HasMaxLength(Tags.MaxTotal);
        builder.Property(c => c.AgentId).HasMaxLength(64);
        builder.Property(c => c.Summary).HasMaxLength(TriageResult.MaxSummary);
    }
}

internal sealed class MessageRecordConfiguration : IEntityTypeConfiguration<MessageRecord>
{
    public void Configure(EntityTypeBuilder<MessageRecord> builder)
    {
        builder.ToTable("Messages");
        builder.HasKey(m => new { m.ConversationId, m.Sequence });
        builder.Property(m => m.ConversationId).HasMaxLength(64);
        builder.Property(m => m.ClientId).HasMaxLength(IncomingMessage.MaxClientId);
        builder.Property(m => m.AnswerId).HasMaxLength(64);
        builder.Property(m => m.Node).HasMaxLength(64);
        builder.Property(m => m.AgentId).HasMaxLength(64);
        builder.HasIndex(m => new { m.ConversationId, m.Version });
        builder.HasIndex(m => new { m.ConversationId, m.ClientId }).IsUnique();
        builder.HasIndex(m => m.AnswerState).HasFilter("\"AnswerState\" = 'Running'");
    }
}

internal sealed class StaffEntryRecordConfiguration : IEntityTypeConfiguration<StaffEntryRecord>
{
    public void Configure(EntityTypeBuilder<StaffEntryRecord> builder)
    {
        builder.ToTable("StaffEntries");
        builder.HasKey(e => new { e.ConversationId, e.Version });
        builder.Property(e => e.ConversationId).HasMaxLength(64);
        builder.Property(e => e.AgentId).HasMaxLength(64);
        builder.Property(e => e.ClientId).HasMaxLength(IncomingMessage.MaxClientId);
        builder.HasIndex(e => new { e.ConversationId, e.ClientId }).IsUnique();
    }
}

internal sealed class PendingReplyRecordConfiguration : IEntityTypeConfiguration<PendingReplyRecord>
{
    public void Configure(EntityTypeBuilder<PendingReplyRecord> builder)
    {
        builder.ToTable("PendingReplies");
        builder.HasKey(r => new { r.ConversationId, r.ClientId });
        builder.Property(r => r.ConversationId).HasMaxLength(64);
        builder.Property(r => r.ClientId).HasMaxLength(IncomingMessage.MaxClientId);
        builder.Property(r => r.AgentId).HasMaxLength(64);
        builder.HasIndex(r => r.DueAt);
    }
}

internal sealed class ConversationTagRecordConfiguration : IEntityTypeConfiguration<ConversationTagRecord>
{
    public void Configure(EntityTypeBuilder<ConversationTagRecord> builder)
    {
        builder.ToTable("ConversationTags");
        builder.HasKey(t => new { t.Tag, t.ConversationId });
        builder.Property(t => t.Tag).HasMaxLength(Tags.MaxLength);
        builder.Property(t => t.ConversationId).HasMaxLength(64);
    }
}

internal sealed class ThreadTextRecordConfiguration : IEntityTypeConfiguration<ThreadTextRecord>
{
    public void Configure(EntityTypeBuilder<ThreadTextRecord> builder)
    {
        builder.ToTable("ThreadTexts");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.ConversationId).HasMaxLength(64);
        builder.HasIndex(t => t.ConversationId).IsUnique();
    }
}

internal sealed class CannedReplyRecordConfiguration : IEntityTypeConfiguration<CannedReplyRecord>
{
    public void Configure(EntityTypeBuilder<CannedReplyRecord> builder)
    {
        builder.ToTable("CannedReplies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).HasMaxLength(64);
        builder.Property(r => r.Shortcut).HasMaxLength(CannedReply.MaxShortcut);
        builder.Property(r => r.ChangedBy).HasMaxLength(64);
        builder.HasIndex(r => r.Shortcut).IsUnique();
    }
}

internal sealed class SuggestionRecordConfiguration : IEntityTypeConfiguration<SuggestionRecord>
{
    public void Configure(EntityTypeBuilder<SuggestionRecord> builder)
    {
        builder.ToTable("Suggestions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.ConversationId).HasMaxLength(64);
        builder.Property(s => s.AgentId).HasMaxLength(64);
        builder.Property(s => s.Hint).HasMaxLength(200);
        builder.Property(s => s.Model).HasMaxLength(128);
        builder.Property(s => s.PromptVersion).HasMaxLength(64);
        builder.HasIndex(s => s.AskedAt);
        builder.HasIndex(s => s.ConversationId);
    }
}
