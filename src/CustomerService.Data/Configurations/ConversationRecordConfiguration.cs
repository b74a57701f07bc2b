using CustomerService.Core.Conversations;
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
        builder.HasIndex(c => new { c.Owner, c.ChangedAt, c.Id }).HasFilter("\"LastSequence\" > 0");
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
        builder.HasIndex(m => new { m.ConversationId, m.Version });
        builder.HasIndex(m => new { m.ConversationId, m.ClientId }).IsUnique();
        builder.HasIndex(m => m.AnswerState).HasFilter("\"AnswerState\" = 'Running'");
    }
}
